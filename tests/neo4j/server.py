"""A real Neo4j server without Docker: jars from Maven Central, a temporary home, a password of its own.

    python -m tests.neo4j.server [VERSION]      start one, print how to reach it, stop it on Ctrl-C

The jars (about 130 MB a version) are kept in ~/.cache/answerable, or in the folder that ANSWERABLE_NEO4J_LIB names.
Neo4j Community is GPL-3: a server at arm's length over Bolt, no part of Answerable.
"""

from __future__ import annotations

import fcntl
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import neo4j
from neo4j.exceptions import ServiceUnavailable

USER = "neo4j"
_SECONDS_TO_START = 300
_SECONDS_TO_STOP = 10
_CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
server.memory.pagecache.size=256m
dbms.cypher.min_replan_interval=1h
"""


class UnavailableError(Exception):
    """No server can be had on this machine: no Java, no Maven, no jars, or it did not start. Says which."""


@dataclass(frozen=True, slots=True)
class Release:
    """A version of Neo4j, its main class and the oldest Java that runs it."""

    version: str
    main: str
    java: int


LONG_TERM = Release("5.26.30", "org.neo4j.server.CommunityEntryPoint", 17)
LATEST = Release("2026.09.0", "org.neo4j.server.Neo4jCommunity", 21)
RELEASES = (LONG_TERM, LATEST)


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it is, how to sign in, and what to end and remove."""

    address: str
    password: str
    process: int
    home: Path
    user: str = USER

    def stop(self) -> None:
        """End the process at once, for its data goes too; it may be another process's child."""
        deadline = time.monotonic() + _SECONDS_TO_STOP
        while not _ended(self.process) and time.monotonic() < deadline:
            os.kill(self.process, signal.SIGKILL)
            time.sleep(0.05)
        shutil.rmtree(self.home, ignore_errors=True)


@contextmanager
def running(release: Release = LONG_TERM) -> Iterator[Server]:
    """A server of `release` for as long as the block lasts. Raises UnavailableError."""
    server = start(release)
    try:
        yield server
    finally:
        server.stop()


def start(release: Release = LONG_TERM) -> Server:
    """Start a server on a free port and wait until it answers. The caller stops it. Raises UnavailableError."""
    java = find_java(release.java)
    jars = fetch(release)
    home = Path(tempfile.mkdtemp(prefix="answerable-neo4j-"))
    port = _free_port()
    (home / "conf").mkdir()
    (home / "conf" / "neo4j.conf").write_text(_CONFIGURATION.format(port=port))
    # The cheapest compiler and collector: a short life is spent on planning queries, not on running them.
    machine = ["-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", f"{jars}/*"]
    command = [str(java), *machine, release.main, f"--home-dir={home}", f"--config-dir={home}/conf"]
    output = (os.POSIX_SPAWN_OPEN, 1, str(home / "console.log"), os.O_WRONLY | os.O_CREAT, 0o600)
    # A process group of its own, so that Ctrl-C reaches us and not the server, and we decide when it ends.
    process = os.posix_spawn(java, command, os.environ, file_actions=[output, (os.POSIX_SPAWN_DUP2, 1, 2)], setpgroup=0)
    server = Server(f"bolt://127.0.0.1:{port}", secrets.token_urlsafe(12), process, home)
    try:
        _set_password(server)
    except BaseException:
        server.stop()
        raise
    return server


def find_java(oldest: int) -> Path:
    """The oldest Java at least `oldest` that is found: JAVA_HOME, the PATH, /usr/lib/jvm. Raises UnavailableError."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    homes += sorted(Path("/usr/lib/jvm").glob("*")) + sorted(
        Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home")
    )
    on_path = shutil.which("java")
    candidates = ([Path(on_path)] if on_path else []) + [home / "bin" / "java" for home in homes]
    versions = [(version, java) for java in candidates if (version := _java_version(java)) >= oldest]
    if not versions:
        raise UnavailableError(
            f"no Java {oldest} or later is found. Install one (apt-get install openjdk-17-jre-headless)"
        )
    return min(versions, key=lambda found: found[0])[1]


def fetch(release: Release) -> Path:
    """The folder of jars of `release`, fetched with Maven the first time. Raises UnavailableError."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "answerable"
    cache = Path(os.environ.get("ANSWERABLE_NEO4J_LIB") or cache)
    folder = cache / f"neo4j-{release.version}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with locked(cache / "fetch.lock"):
        if not folder.is_dir():
            _fetch_into(folder, release.version)
    return folder


def _fetch_into(folder: Path, version: str) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise UnavailableError("no Maven is found. Install it (apt-get install maven)")
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    pom = Path(__file__).with_name("pom.xml")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}"]
    done = subprocess.run(
        [maven, "-q", "-B", "-f", str(pom), f"-Dneo4j.version={version}", *goal],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise UnavailableError(f"Maven could not fetch Neo4j {version}: {done.stdout.strip()[-500:]}")
    part.rename(folder)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`: one process at a time."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _java_version(java: Path) -> int:
    """The major version of `java`, or 0 where it does not run."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _set_password(server: Server) -> None:
    """Wait until the server answers, then replace its first password."""
    deadline = time.monotonic() + _SECONDS_TO_START
    while True:
        try:
            with (
                neo4j.GraphDatabase.driver(server.address, auth=(USER, "neo4j")) as driver,
                driver.session(database="system") as session,
            ):
                change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
                session.run(change, password=server.password).consume()
                return
        except ServiceUnavailable:
            if _ended(server.process) or time.monotonic() > deadline:
                said = (server.home / "console.log").read_text(errors="replace").strip()[-800:]
                raise UnavailableError(f"the server did not start: {said or 'it said nothing'}") from None
            time.sleep(0.3)


def _ended(process: int) -> bool:
    """Whether `process` has ended; ours to reap, or another worker's."""
    try:
        return os.waitpid(process, os.WNOHANG)[0] == process
    except ChildProcessError:
        pass
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def main() -> None:
    """Start a server, print how to reach it, and stop it when asked to."""
    asked = sys.argv[1] if len(sys.argv) > 1 else LONG_TERM.version
    release = next((r for r in RELEASES if r.version == asked), None)
    if release is None:
        sys.exit(f"no release {asked}; there are {', '.join(r.version for r in RELEASES)}")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(f"Neo4j {release.version} is starting (the first time it is fetched: a minute or so) …", flush=True)
    try:
        with running(release) as server:
            print(
                f"It answers. In another terminal:\n\n"
                f"  export ANSWERABLE_STORE={server.address}\n"
                f"  export ANSWERABLE_NEO4J_USER={server.user}\n"
                f"  export ANSWERABLE_NEO4J_PASSWORD={server.password}\n\n"
                f"Ctrl-C here, or `kill {os.getpid()}`, stops it; its data goes with it.",
                flush=True,
            )
            signal.pause()
    except UnavailableError as error:
        sys.exit(f"{error}.")
    except KeyboardInterrupt:
        print("\nStopped.")


if __name__ == "__main__":
    main()
