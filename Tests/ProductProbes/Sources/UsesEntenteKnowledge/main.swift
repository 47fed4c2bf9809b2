import EntenteKnowledge

print(try Gazetteer().count > 0)
