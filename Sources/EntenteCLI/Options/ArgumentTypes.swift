public import ArgumentParser
public import Entente

// Values of the engine that options take by their names.

extension EntityType: ExpressibleByArgument {}
extension EventStatus: ExpressibleByArgument {}
extension FactTable: ExpressibleByArgument {}
extension OffsetUnit: ExpressibleByArgument {}
extension LinkMeasure: ExpressibleByArgument {}
