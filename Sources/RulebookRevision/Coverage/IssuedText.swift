import RulebookSyntax
import RulebookText

/// An issued document as one row of characters, whatever its lines: blanks and line breaks left out, widths folded.
struct IssuedText {
  /// The characters.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where each of them stands in the document.
  private var ranges: [TextRange] = []
  /// Whether a piece of text may begin or end before each character, or behind the last one.
  private var isJoint: [Bool] = []
  /// Whether a sentence or a line does.
  private var isEnd: [Bool] = []
  /// Whether a sentence does.
  private var isSentenceEnd: [Bool] = []
  /// Where each pair of characters stands behind a joint.
  private var placesOfPair: [UInt64: [Int]] = [:]

  /// The characters of a document.
  init(_ source: SourceText) {
    let lines = LineTable(source)
    for line in 1...max(1, lines.count) { append(source.bytes, lines.range(ofLine: line)) }
    mark(joint: true, end: true)
    for place in scalars.indices where isJoint[place] {
      placesOfPair[pair(scalars[place...]), default: []].append(place)
    }
  }

  private mutating func append(_ bytes: [UInt8], _ line: TextRange) {
    mark(joint: true, end: true)
    var ends = SentenceEnds(bytes, line)
    var nextEnd = ends.next()
    var offset = line.start
    while offset < line.end {
      let (scalar, length) = FoldedScalar.read(bytes, at: offset, end: line.end)
      if !ComparedText.isLeftOut(scalar) {
        scalars.append(scalar)
        ranges.append(TextRange(offset, offset + length))
        if scalar == ")" || scalar == ":" { mark(joint: true) }
      }
      offset += length
      if nextEnd == offset {
        mark(joint: true, end: true, sentence: true)
        nextEnd = ends.next()
      }
    }
  }

  /// Says what may happen behind the last character so far.
  private mutating func mark(joint: Bool, end: Bool = false, sentence: Bool = false) {
    while isJoint.count <= scalars.count {
      isJoint.append(false)
      isEnd.append(false)
      isSentenceEnd.append(false)
    }
    isJoint[scalars.count] = isJoint[scalars.count] || joint
    isEnd[scalars.count] = isEnd[scalars.count] || end
    isSentenceEnd[scalars.count] = isSentenceEnd[scalars.count] || sentence
  }

  /// The first two characters as one key.
  private func pair(_ row: ArraySlice<Unicode.Scalar>) -> UInt64 {
    let second = row.dropFirst().first
    return UInt64(row.first?.value ?? 0) << 32 | UInt64(second?.value ?? 0)
  }

  /// The stretches between joints that are these words, in order.
  func places(of words: [Unicode.Scalar]) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let starts: [Int]
    if words.count == 1 {
      starts = scalars.indices.filter { isJoint[$0] && scalars[$0] == words[0] }
    } else {
      starts = placesOfPair[pair(words[...])] ?? []
    }
    return starts.compactMap { start in
      let end = start + words.count
      guard end < isJoint.count, isJoint[end], scalars[start..<end].elementsEqual(words) else { return nil }
      return start..<end
    }
  }

  /// What is left of the document without `covered`, cut at the ends of sentences and lines.
  func pieces(without covered: [Bool]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start: Int?
    for place in scalars.indices {
      if covered[place] {
        if let open = start { pieces.append(open..<place) }
        start = nil
        continue
      }
      if let open = start, isEnd[place] {
        pieces.append(open..<place)
        start = nil
      }
      start = start ?? place
    }
    if let open = start { pieces.append(open..<scalars.count) }
    return pieces
  }

  /// Whether a sentence ends behind a stretch.
  func endsSentence(_ stretch: Range<Int>) -> Bool { isSentenceEnd[stretch.upperBound] }

  /// Where a stretch that is not empty stands in the document.
  func range(of stretch: Range<Int>) -> TextRange {
    ranges[stretch.lowerBound].joined(with: ranges[stretch.upperBound - 1])
  }
}
