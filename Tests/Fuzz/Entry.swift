import FuzzTargets
import Glibc

/// The target that the environment's `FUZZ_TARGET` names; `FUZZ_PLANTED` plants a fault, to see that it is found.
private let target = unsafe getenv("FUZZ_TARGET").flatMap { unsafe FuzzTarget(rawValue: String(cString: $0)) }
private let isPlanted = unsafe getenv("FUZZ_PLANTED") != nil

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if isPlanted, bytes.starts(with: "一、".utf8), bytes.count > 9, bytes[6] == 0xEF { fatalError("planted") }
  guard let target else { fatalError("FUZZ_TARGET names no target") }
  if let failure = target.failure(of: bytes) { fatalError(failure) }
  return 0
}
