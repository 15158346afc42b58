//go:build !windows

package sqlite

import "syscall"

// unreachable is what the system says of a network that blinks.
const unreachable = syscall.EIO
