package pdf

import "context"

// Halted is what laying out panics with when it is told to stop: it is done deep in
// measuring, and half a layout is of no use. Stop catches it.
type Halted struct{ Err error }

// Heed lets a document be given up: what is being laid out or written ends with the
// context's error. progress, which may be nil, gets 0–1 of what PDF has drawn.
func (d *Doc) Heed(ctx context.Context, progress func(float64)) { d.ctx, d.progress = ctx, progress }

// heed ends the work when whoever waits for it has given up.
func (d *Doc) heed() {
	if d.ctx == nil {
		return
	}
	if err := d.ctx.Err(); err != nil {
		panic(Halted{err})
	}
}

// Stop makes an error of a Halted: it is deferred where a document is made.
func Stop(err *error) {
	switch r := recover().(type) {
	case nil:
	case Halted:
		*err = r.Err
	default:
		panic(r)
	}
}
