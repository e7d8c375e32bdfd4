#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks standard input against a part of a JSON schema: validate.py SCHEMA PART (answer: one document; line: each line)."""
import json
import sys

import jsonschema

path, part = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": "#/$defs/" + part})
text = sys.stdin.read()
documents = [json.loads(line) for line in text.splitlines()] if part == "line" else [json.loads(text)]
for document in documents:
    for error in validator.iter_errors(document):
        sys.exit(f"{error.json_path}: {error.message}")
print(len(documents))
