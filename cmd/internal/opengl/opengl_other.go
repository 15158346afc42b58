//go:build !windows

package opengl

import "log/slog"

// Prepare has nothing to do here: other systems have no second one to choose.
func Prepare(*slog.Logger) (code int, done bool) { return 0, false }
