import EntenteModel

print(FactSet.schema)
