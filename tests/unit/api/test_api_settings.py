"""What the environment tells the server."""

from __future__ import annotations

import dataclasses

import pytest

from api.settings import Settings
from graph.errors import AnswerableError


def test_without_a_word_from_outside_the_server_listens_on_loopback_only() -> None:
    settings = Settings.from_environment({})

    assert settings.host == "127.0.0.1"
    assert settings.answers_to == ("localhost", "127.0.0.1", "::1")


def test_every_setting_comes_from_the_variable_of_its_name() -> None:
    settings = Settings.from_environment(
        {
            "ANSWERABLE_STORE": "bolt://graph:7687",
            "ANSWERABLE_HOST": "0.0.0.0",
            "ANSWERABLE_PORT": "9000",
            "ANSWERABLE_NEO4J_USER": "reader",
            "ANSWERABLE_NEO4J_PASSWORD": "open sesame",
            "ANSWERABLE_NEO4J_DATABASE": "papers",
            "ANSWERABLE_ALLOWED_HOSTS": "graph.example, papers.example",
        }
    )

    assert dataclasses.astuple(settings) == (
        "bolt://graph:7687",
        "0.0.0.0",
        9000,
        "reader",
        "open sesame",
        "papers",
        ("graph.example", "papers.example"),
    )
    assert settings.answers_to == ("graph.example", "papers.example")


def test_a_server_on_the_network_answers_to_any_name_unless_names_are_given() -> None:
    assert Settings(host="0.0.0.0").answers_to == ("*",)


def test_a_variable_that_is_empty_counts_as_absent() -> None:
    assert Settings.from_environment({"ANSWERABLE_PORT": "", "ANSWERABLE_NEO4J_PASSWORD": ""}) == Settings()


@pytest.mark.parametrize("port", ["http", "-1", "65536", "80.0", "８０"])
def test_a_port_that_is_none_is_refused_by_name(port: str) -> None:
    with pytest.raises(AnswerableError, match="ANSWERABLE_PORT"):
        Settings.from_environment({"ANSWERABLE_PORT": port})


def test_the_password_is_never_shown() -> None:
    assert "sesame" not in repr(Settings(neo4j_password="sesame"))
