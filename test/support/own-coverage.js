/**
 * Loaded before each test file: what tests spawn is not measured. The command's own
 * files are left out of the coverage anyway, and writing it takes longer than they run.
 */
delete process.env.NODE_V8_COVERAGE
