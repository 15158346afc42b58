package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"fmt"
	"sync"
)

// shape is what the tables of a version are.
type shape struct {
	digest  string
	columns map[string]map[string]bool // of each table
}

// shapes are those that have been made to see, by the sum of the scripts that make them: the
// same scripts always give the same tables.
var shapes sync.Map

// shape is that of a file with all of the migrations.
func (o Options) shape(ctx context.Context) (*shape, error) {
	h := sha256.New()
	for _, m := range o.migrations {
		fmt.Fprintf(h, "%d\x00%s\x00%s\x00", m.number, m.script, m.after)
	}
	key := [sha256.Size]byte(h.Sum(nil))
	if known, ok := shapes.Load(key); ok {
		return known.(*shape), nil
	}
	c, err := connect(ctx, "", memory)
	if err != nil {
		return nil, err
	}
	defer c.close()
	if err := migrate(ctx, c, "", 0, o); err != nil {
		return nil, err
	}
	made, err := schemaOf(ctx, c, 0)
	if err != nil {
		return nil, err
	}
	s := &shape{digest: digestOf(made), columns: map[string]map[string]bool{}}
	const all = "SELECT m.name, p.name FROM sqlite_schema m, pragma_table_info(m.name) p WHERE m.type = 'table'"
	err = c.each(ctx, all, nil, func(row []driver.Value) error {
		name := text(row[0])
		if s.columns[name] == nil {
			s.columns[name] = map[string]bool{}
		}
		s.columns[name][text(row[1])] = true
		return nil
	})
	if err != nil {
		return nil, err
	}
	shapes.Store(key, s)
	return s, nil
}
