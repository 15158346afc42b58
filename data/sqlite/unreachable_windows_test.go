package sqlite

import "syscall"

// unreachable is what the system says of a network that blinks: bad net path.
const unreachable = syscall.Errno(53)
