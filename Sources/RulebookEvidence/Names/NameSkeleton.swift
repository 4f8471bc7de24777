import RulebookText

/// What is left of a name when everything that looks alike is written the same way.
///
/// Width is folded, characters of other scripts and blocks become the ordinary ones they are taken for,
/// and of l, I, | and 1, of O, o and 0 only the digit is kept.
struct NameSkeleton: Sendable, Hashable {
  private let scalars: [Unicode.Scalar]

  /// The skeleton of `name`.
  init(_ name: String) {
    scalars = FoldedName(name).text.unicodeScalars.map { scalar in
      let ordinary = LookAlikes.ordinary(for: scalar) ?? scalar
      return switch ordinary {
      case "l", "I", "|": "1"
      case "O", "o": "0"
      default: ordinary
      }
    }
  }
}
