"""The container files hold to their promises: checked as text and YAML, for no Docker engine is at hand here.

Where `docker compose` is installed, its own validation runs as well; it needs no engine.
"""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PASSWORD = "ANSWERABLE_NEO4J_PASSWORD"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "docker-compose.yml").read_text()))


@pytest.fixture(scope="module")
def dockerfile() -> list[str]:
    """The Dockerfile's instructions, continued lines joined."""
    lines = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if not line.startswith("#")]
    return [line for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines() if line]


def test_neo4j_is_the_long_term_release_in_its_community_edition(compose: dict[str, Any]) -> None:
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", compose["services"]["neo4j"]["image"])


def test_every_mention_of_the_password_is_the_variable_and_refuses_to_be_empty() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    interpolated = re.findall(re.escape("${" + PASSWORD) + "([^}]*)}", code)
    assert interpolated
    assert all(rest.startswith(":?") and len(rest) > 2 for rest in interpolated)
    auth = next(line for line in code.splitlines() if "NEO4J_AUTH:" in line)
    assert auth.split("NEO4J_AUTH:")[1].strip().startswith('"neo4j/${' + PASSWORD)
    assert "PASSWORD=" not in (ROOT / "Dockerfile").read_text()


def test_the_app_waits_for_a_neo4j_that_answers(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["app"]["depends_on"]["neo4j"] == {"condition": "service_healthy"}
    assert "cypher-shell" in services["neo4j"]["healthcheck"]["test"][1]
    assert services["app"]["environment"]["ANSWERABLE_STORE"] == "bolt://neo4j:7687"
    assert set(services["neo4j"]["networks"]) & set(services["app"]["networks"])


def test_both_have_health_checks_and_run_as_someone_without_rights(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["healthcheck"]["test"], name
        assert not service["user"].startswith(("0", "root")), name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert not service.get("privileged"), name


def test_nothing_listens_beyond_this_machine(compose: dict[str, Any]) -> None:
    assert "ports" not in compose["services"]["neo4j"]
    assert all(port.startswith("127.0.0.1:") for port in compose["services"]["app"]["ports"])
    assert compose["networks"]["store"] == {"internal": True}


def test_the_data_outlives_the_containers(compose: dict[str, Any]) -> None:
    mounts = dict(volume.split(":")[:2] for volume in compose["services"]["neo4j"]["volumes"])
    assert mounts["neo4j-data"] == "/data"
    assert set(mounts) == set(compose["volumes"])


def test_the_app_is_told_only_what_its_settings_know(compose: dict[str, Any], dockerfile: list[str]) -> None:
    known = (ROOT / "api" / "settings.py").read_text()
    told = {name for name in compose["services"]["app"]["environment"] if name.startswith("ANSWERABLE_")}
    told |= set(re.findall(r"ANSWERABLE_\w+(?==)", "\n".join(dockerfile)))
    assert told
    assert all(re.search(rf"^ *{name} ", known, re.MULTILINE) for name in told)


def test_the_image_runs_as_a_user_of_its_own_and_starts_the_command_line(dockerfile: list[str]) -> None:
    last_stage = dockerfile[max(i for i, line in enumerate(dockerfile) if line.startswith("FROM")) :]
    (user,) = [line.split()[1] for line in last_stage if line.startswith("USER")]
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert 'ENTRYPOINT ["answerable"]' in last_stage
    assert any(line.startswith("HEALTHCHECK") for line in last_stage)
    assert all(":" in line.split()[1] for line in dockerfile if line.startswith("FROM")), "images are pinned"


def test_the_image_holds_every_package_of_the_wheel_and_nothing_that_the_ignore_file_keeps_out(
    dockerfile: list[str],
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = [
        word for line in dockerfile if line.startswith("COPY") and "--from" not in line for word in line.split()[1:-1]
    ]
    assert set(wanted) <= set(copied)
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    for source in copied:
        assert (ROOT / source).exists(), source
        kept = [rule for rule in rules if fnmatch.fnmatch(source, rule.removeprefix("!"))]
        assert kept[-1].startswith("!"), source
    assert rules[0] == "*", "what is not named stays out: .git, stores, papers"


@pytest.mark.skipif(shutil.which("docker") is None, reason="no docker command here")
def test_docker_compose_accepts_the_file_with_a_password_and_refuses_it_without() -> None:
    command = ["docker", "compose", "-f", str(ROOT / "docker-compose.yml")]
    if subprocess.run(["docker", "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker has no compose plugin here")
    environment = {name: value for name, value in os.environ.items() if name != PASSWORD}
    without = subprocess.run([*command, "config"], env=environment, capture_output=True, text=True, check=False)
    assert without.returncode != 0
    assert PASSWORD in without.stderr
    given = subprocess.run(
        [*command, "config"], env={**environment, PASSWORD: "eight characters"}, capture_output=True, check=False
    )
    assert given.returncode == 0
