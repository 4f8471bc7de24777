import Testing

@testable import RulebookText

@Suite struct PlainUTF8Tests {
  /// Rows as ledgers hold them, of every length up to a few words of the machine.
  private static let texts: [String] = {
    let row = Array("市财政局17,五城同创得分,0.92,2013年12月1日,“查实”é𠮷,\r\n".unicodeScalars)
    return row.indices.flatMap { start in
      [1, 2, 3, 5, 9, 17].map { length in
        var text = String.UnicodeScalarView()
        text.append(contentsOf: row[start..<min(start + length, row.count)])
        return String(text)
      }
    }
  }()

  /// Bytes with which a sequence begins, goes on, ends or breaks.
  private static let bytes: [UInt8] = [
    0x00, 0x01, 0x41, 0x7F, 0x80, 0x81, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xE5, 0xEC, 0xED,
    0xEE,
    0xEF, 0xF0, 0xF4, 0xF5, 0xFF,
  ]

  private static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  @Test func `What is plain is valid, and what is ASCII and 汉字 is plain`() {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let isOrdinary = text.unicodeScalars.allSatisfy { $0.isASCII || ("一"..."龥").contains($0) }
      #expect(bytes.span.isPlainUTF8 || !isOrdinary)
    }
  }

  @Test func `No damaged byte is taken for plain, and a zero is found wherever it stands`() {
    for text in Self.texts {
      let whole = Array(text.utf8)
      for place in whole.indices {
        for byte in Self.bytes {
          var bytes = whole
          bytes[place] = byte
          let isSound = !bytes.span.isPlainUTF8 || Self.isValid(bytes)
          let findsZero = bytes.span.holdsZero == bytes.contains(0)
          #expect(isSound && findsZero, "\(bytes)")
        }
      }
    }
  }

  @Test func `A text that breaks off anywhere is judged as the whole would be`() {
    for text in Self.texts {
      let whole = Array(text.utf8)
      for end in whole.indices {
        let bytes = Array(whole[..<end])
        #expect(!bytes.span.isPlainUTF8 || Self.isValid(bytes))
      }
    }
  }
}
