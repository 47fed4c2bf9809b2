import Entente

print(FactSet.schema)
