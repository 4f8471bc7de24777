import RulebookText

/// Folds the width of numbers and dates without joining what spaces part.
enum WordFolding {
  /// The pieces of `range` between spaces, each with its width folded.
  static func foldedPieces(of bytes: [UInt8], _ range: Range<Int>) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = bytes.trimmingSpaces(range)
    while !rest.isEmpty {
      var end = rest.lowerBound
      while end < rest.upperBound, bytes.trimmingSpaces(end..<rest.upperBound).lowerBound == end {
        end += 1
      }
      pieces.append(FoldedName(bytes[rest.lowerBound..<end]).bytes)
      rest = bytes.trimmingSpaces(end..<rest.upperBound)
    }
    return pieces
  }
}
