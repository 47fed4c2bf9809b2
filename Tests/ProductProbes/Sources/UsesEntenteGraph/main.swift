import EntenteGraph

print(TypedGraph().nodeCount)
