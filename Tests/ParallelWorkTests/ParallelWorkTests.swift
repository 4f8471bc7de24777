import ParallelWork
import Testing

@Suite struct ParallelWorkTests {
  @Test(arguments: [1, 2, 3, 64]) func `what comes of each number stands at its place`(threads: Int) {
    for count in [0, 1, 2, 1000] {
      let squares = ParallelWork.map(count, threads: threads) { $0 * $0 }
      #expect(squares == (0..<count).map { $0 * $0 })
    }
  }

  @Test func `work of unlike length is shared out and waited for`() {
    let sums = ParallelWork.map(40, threads: 4) { number in (0...number * 1000).reduce(0, +) }
    #expect(sums == (0..<40).map { $0 * 1000 * ($0 * 1000 + 1) / 2 })
  }

  @Test func `there is a processor`() { #expect(ParallelWork.processors >= 1) }
}
