"""LibreOffice as a witness: it opens Word documents, settles their tracked changes, and saves them.

Reads a job a line as JSON: {"in": path, "out": path, "do": "accept" | "reject" | "keep" | "compare" | "only",
"with": path, "author": name}; "only" accepts what one author changed, and rejects the rest. Writes a line for each: {"out": path, "seconds": …} or {"error": …}. One process of
LibreOffice, with a profile of its own, does all jobs: it takes seconds to start.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {
    "accept": ".uno:AcceptAllTrackedChanges",
    "reject": ".uno:RejectAllTrackedChanges",
    "compare": ".uno:CompareDocuments",
}
SECONDS_TO_START = 120


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.time() + SECONDS_TO_START
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.time() > until:
                raise
            time.sleep(0.2)


def redlines(document):
    every = document.Redlines.createEnumeration()
    found = []
    while every.hasMoreElements():
        found.append(every.nextElement())
    return found


def settle_by_author(document, dispatcher, author):
    controller = document.CurrentController
    left = redlines(document)
    while left:
        before = len(left)
        # What LibreOffice does not settle from its start is tried again when one behind it is.
        for change in left:
            command = "AcceptTrackedChange" if change.RedlineAuthor == author else "RejectTrackedChange"
            controller.ViewCursor.gotoRange(change.RedlineStart, False)
            dispatcher.executeDispatch(controller.Frame, ".uno:" + command, "", 0, ())
            if len(redlines(document)) != before:
                break
        left = redlines(document)
        if len(left) == before:
            raise RuntimeError(f"{before} changes stay")


def run(job, desktop, dispatcher):
    document = desktop.loadComponentFromURL(url(job["in"]), "_blank", 0, properties(Hidden=True))
    try:
        if job["do"] == "only":
            settle_by_author(document, dispatcher, job["author"])
        command = COMMANDS.get(job["do"])
        if command:
            arguments = properties(URL=url(job["with"])) if job["do"] == "compare" else ()
            frame = document.CurrentController.Frame
            dispatcher.executeDispatch(frame, command, "", 0, arguments)
        document.storeToURL(url(job["out"]), properties(FilterName="MS Word 2007 XML"))
    finally:
        document.close(True)


def main():
    profile = tempfile.mkdtemp(prefix="plenary-office-")
    pipe = os.path.basename(profile)
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"-env:UserInstallation={url(profile)}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # What is started is a launcher: the office is ended with its group.
        start_new_session=True,
    )
    try:
        context = connect(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for line in sys.stdin:
            job = json.loads(line)
            start = time.time()
            try:
                run(job, desktop, dispatcher)
                result = {"out": job["out"], "seconds": time.time() - start}
            except Exception as error:  # a document that it cannot open is a result, too
                result = {"error": f"{job['in']}: {error}"}
            print(json.dumps(result), flush=True)
        try:
            desktop.terminate()
        except Exception:  # the bridge closes before it answers
            pass
        office.wait(30)
    finally:
        try:
            os.killpg(office.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        shutil.rmtree(profile, ignore_errors=True)


main()
