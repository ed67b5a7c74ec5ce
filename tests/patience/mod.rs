//! How long a test waits for something before it says that it waits in vain. A passing test waits for no more than it
//! takes; a failing one is told so soon on a quiet machine, and later on a busy one, where everything takes longer.
//!
//! May not know: what is waited for.
#![allow(dead_code)] // Each test takes what it needs.

use std::pin::pin;
use std::time::{Duration, Instant};

/// How long on a quiet machine.
pub const QUIET: Duration = Duration::from_secs(20);
/// However busy a machine says it is, no longer than this many times that.
const MOST: f64 = 15.0;

/// How long at this moment: as many times longer as there is work waiting for each core.
pub fn patience() -> Duration {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    #[allow(clippy::cast_precision_loss)] // There are few cores.
    let busy = waiting_work().unwrap_or(0.0) / cores as f64;
    QUIET.mul_f64(busy.clamp(1.0, MOST))
}

/// The system's own count of the work that ran or waited over the last minute; none where it does not say.
fn waiting_work() -> Option<f64> {
    std::fs::read_to_string("/proc/loadavg").ok()?.split(' ').next()?.parse().ok()
}

/// What a future comes to; or how long was waited for it in vain.
pub async fn patiently<T>(future: impl Future<Output = T>) -> Result<T, Duration> {
    let started = Instant::now();
    let mut future = pin!(future);
    loop {
        match tokio::time::timeout(QUIET, future.as_mut()).await {
            Ok(value) => return Ok(value),
            Err(_) if started.elapsed() < patience() => {}
            Err(_) => return Err(started.elapsed()),
        }
    }
}
