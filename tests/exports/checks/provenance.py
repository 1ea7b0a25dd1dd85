"""Reads PROV-JSON with the package prov and says, as JSON, what is in it."""

import collections
import json
import sys

from prov.constants import PROV_TYPE
from prov.model import ProvDerivation, ProvDocument, ProvElement

document = ProvDocument.deserialize(source=sys.argv[1], format="json")
elements = {record.identifier for record in document.get_records(ProvElement)}
relations = [record for record in document.get_records() if not isinstance(record, ProvElement)]

kinds = collections.Counter()
undeclared = set()
for relation in relations:
    kinds[type(relation).__name__.removeprefix("Prov")] += 1
    kinds.update(str(kind) for kind in relation.get_attribute(PROV_TYPE))
    ends = [value for name, value in relation.formal_attributes if value is not None and name.localpart not in ("time",)]
    undeclared.update(str(end) for end in ends if end not in elements)

facts = {str(record.identifier) for record in document.get_records(ProvElement) if any(str(kind) == "neg:Fact" for kind in record.get_attribute(PROV_TYPE))}
standing = {str(record.identifier) for record in document.get_records(ProvElement) for name, value in record.extra_attributes if str(name) == "neg:stands" and value is True}
derived = {str(relation.args[0]) for relation in document.get_records(ProvDerivation) if str(relation.args[1]) in standing}

grades = {str(next(iter(record.get_attribute("neg:report")), record.label)): str(value) for record in document.get_records(ProvElement) for value in record.get_attribute("neg:grades")}
revisions = [[str(end) for end in relation.args[:2]] for relation in document.get_records(ProvDerivation) if "prov:Revision" in (str(kind) for kind in relation.get_attribute(PROV_TYPE))]

json.dump({
    "records": len(document.get_records()),
    "provn": document.get_provn(),
    "same": ProvDocument.deserialize(content=document.serialize(format="json"), format="json") == document,
    "kinds": kinds,
    "undeclared": sorted(undeclared),
    "facts": len(facts),
    "grades": grades,
    "revisions": revisions,
    "factsWithoutReports": sorted(facts - derived),
}, sys.stdout)
