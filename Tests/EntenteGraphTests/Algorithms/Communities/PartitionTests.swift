import EntenteGraph
import Testing

@Suite struct PartitionTests {
  private let partition = Partition(NodeMap(["c", "a", "c", "b", "a", "c"]))

  @Test func groupsAreNumberedByTheirLowestNode() {
    #expect(partition.groups.values == [0, 1, 0, 2, 1, 0])
    #expect(partition.sizes == [3, 2, 1])
    #expect(partition.count == 3)
    #expect(partition.nodeCount == 6)
  }

  @Test func labelsDoNotMatterForEquality() {
    #expect(partition == Partition(NodeMap([7, 3, 7, 1, 3, 7])))
    #expect(partition != Partition(NodeMap([7, 3, 7, 3, 3, 7])))
  }

  @Test func membersAscend() {
    let nodes = partition.members.map { $0.map(\.index) }
    #expect(nodes == [[0, 2, 5], [1, 4], [3]])
    #expect(partition.members(of: 1).map(\.index) == [1, 4])
  }

  @Test func largestGroupsComeFirst() {
    #expect(Partition(NodeMap([0, 1, 1, 2, 3, 3])).groupsBySize == [1, 3, 0, 2])
  }

  @Test func extremesAreOneGroupAndOneNodeEach() {
    #expect(Partition(whole: 3).groups.values == [0, 0, 0])
    #expect(Partition(singletons: 3).groups.values == [0, 1, 2])
    #expect(Partition(whole: 0).count == 0)
    #expect(Partition(whole: 0) == Partition(singletons: 0))
    #expect(Partition(whole: 2).joins(NodeID(rawValue: 0), NodeID(rawValue: 1)))
    #expect(!Partition(singletons: 2).joins(NodeID(rawValue: 0), NodeID(rawValue: 1)))
  }
}
