import EntenteQuery

print("EntenteQuery")
