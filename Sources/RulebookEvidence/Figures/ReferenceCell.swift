public import ExactArithmetic

/// What 指标表 says of one figure for one unit.
public struct ReferenceCell: Sendable, Hashable {
  /// What it says.
  public var state: State
  /// Index of its file, into `EvidenceTable.figureSources`; `nil` where no row speaks of it.
  public var file: Int?
  /// Where its row starts in the file, in bytes of its UTF-8 text.
  public var offset: Int

  /// The things it may say.
  public enum State: Sendable, Hashable {
    /// Nothing yet.
    case missing
    /// A number, exactly as written.
    case set(Rational)
    /// `/`: the figure does not apply to the unit.
    case notApplicable
  }

  /// A figure that stands in no file, or in one at an offset.
  public init(_ state: State, file: Int? = nil, offset: Int = 0) {
    self.state = state
    self.file = file
    self.offset = offset
  }

  /// The number; `nil` where there is none.
  public var figure: Rational? { if case .set(let figure) = state { figure } else { nil } }
}
