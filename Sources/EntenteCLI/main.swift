import Entente
print("entente")
