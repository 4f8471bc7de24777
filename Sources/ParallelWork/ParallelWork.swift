import Glibc
import Synchronization

/// Does the same for many things on every processor at once, with threads of the system.
///
/// Swift's tasks would do as well, but reading evidence is a plain function for those who embed it, and starting what runs
/// tasks costs more than a year of a small city.
public enum ParallelWork {
  /// `transform` of each number below `count`, in their order. `transform` is called once for each number, on any thread.
  ///
  /// - Parameter threads: How many threads work at most, the caller's included.
  public static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ transform: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let workers = min(threads, count)
    guard workers > 1 else { return (0..<count).map(transform) }
    let work = Work(count, transform)
    let started = (1..<workers).compactMap { _ in Thread(work.run) }
    work.run()
    for thread in started { thread.wait() }
    return work.results
  }

  /// How many processors are at work in this machine.
  public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Numbers that several threads take one by one, and what comes of them.
private final class Work<Result: Sendable>: Sendable {
  private let count: Int
  private let transform: @Sendable (Int) -> Result
  private let next = Atomic(0)
  private let done: Mutex<[Result?]>

  init(_ count: Int, _ transform: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.transform = transform
    done = Mutex(Array(repeating: nil, count: count))
  }

  /// Takes numbers until none is left.
  @Sendable func run() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = transform(index)
      done.withLock { $0[index] = result }
    }
  }

  /// What came of every number, once all threads have ended.
  var results: [Result] { done.withLock { $0.compactMap(\.self) } }
}

/// A thread of the system.
private struct Thread {
  private let handle: pthread_t

  /// What a thread is to do.
  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread that does `run`; nil where the system has none to give.
  init?(_ run: @escaping @Sendable () -> Void) {
    var handle = pthread_t()
    let job = unsafe Unmanaged.passRetained(Job(run))
    let status = unsafe pthread_create(
      &handle, nil,
      { argument in
        guard let argument = unsafe argument else { return nil }
        let job = unsafe Unmanaged<Job>.fromOpaque(argument).takeRetainedValue()
        job.run()
        return nil
      }, job.toOpaque())
    guard status == 0 else {
      unsafe job.release()
      return nil
    }
    self.handle = handle
  }

  /// Waits until the thread has ended.
  func wait() { pthread_join(handle, nil) }
}
