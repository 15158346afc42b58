package sqlite

import (
	"context"
	"database/sql/driver"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
)

// conn is one connection with its prepared statements. It goes past
// database/sql, whose conversions cost more than SQLite's own reading.
type conn struct {
	raw   rawConn
	stmts map[string]driver.Stmt
	args  []driver.NamedValue // room for those of exec
}

type rawConn interface {
	driver.Conn
	driver.ExecerContext
	driver.QueryerContext
	NewBackup(to string) (*sqlite.Backup, error)
}

// mode says how a connection opens the file. A rollback journal keeps the file
// itself whole between commits. What the file's schema says is never trusted.
// A commit tries twice. What is freed is wiped: nothing that was taken out is left.
type mode string

const (
	reading  mode = "mode=ro&_pragma=busy_timeout(10000)&_pragma=trusted_schema(0)"
	writing  mode = "mode=rw&_pragma=busy_timeout(5000)&_pragma=trusted_schema(0)&_pragma=foreign_keys(1)&_pragma=journal_mode(TRUNCATE)&_pragma=synchronous(FULL)&_pragma=temp_store(2)&_pragma=cache_size(-32768)&_pragma=secure_delete(1)"
	renewing mode = "mode=rw&_pragma=busy_timeout(10000)&_pragma=trusted_schema(0)&_pragma=foreign_keys(0)&_pragma=synchronous(FULL)&_pragma=secure_delete(1)"
	// building is for a file that nobody else knows of: it is flushed when it is whole.
	building mode = "mode=rw&_pragma=foreign_keys(0)&_pragma=journal_mode(MEMORY)&_pragma=synchronous(OFF)&_pragma=temp_store(2)&_pragma=cache_size(-32768)"
	memory   mode = "mode=memory"
	filling  mode = "mode=rw&_pragma=foreign_keys(1)&_pragma=journal_mode(MEMORY)&_pragma=synchronous(OFF)&_pragma=temp_store(2)&_pragma=cache_size(-32768)&_pragma=secure_delete(1)"
)

// Locks that belong to the open file and not to the process can't be lost when
// other code in the program opens and closes the same file. Where the system
// lacks them SQLite uses the usual ones.
var ownLocks = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

func connect(ctx context.Context, path string, m mode) (*conn, error) {
	ownLocks()
	at := address(path)
	if m == memory {
		at = "file:-"
	}
	connector, err := sqlite.NewConnector(at + "?" + string(m))
	if err != nil {
		return nil, err
	}
	c, err := connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{raw: c.(rawConn), stmts: map[string]driver.Stmt{}}, nil
}

// address writes an absolute path as a file URI: "/a b" is file:///a%20b,
// C:\a file:///C:/a and \\server\share file:////server/share.
func address(path string) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return "file://" + (&url.URL{Path: p}).EscapedPath()
}

func (c *conn) close() error {
	for _, s := range c.stmts {
		s.Close()
	}
	return c.raw.Close()
}

// run carries out a script or a statement that isn't worth keeping.
func (c *conn) run(ctx context.Context, script string) error {
	_, err := c.raw.ExecContext(ctx, script, nil)
	return err
}

// stmtsAtMost bounds what updates of ever new sets of columns leave behind.
const stmtsAtMost = 256

func (c *conn) prepared(query string) (driver.Stmt, error) {
	if s := c.stmts[query]; s != nil {
		return s, nil
	}
	if len(c.stmts) >= stmtsAtMost {
		for q, s := range c.stmts {
			s.Close()
			delete(c.stmts, q)
		}
	}
	s, err := c.raw.Prepare(query)
	if err == nil {
		c.stmts[query] = s
	}
	return s, err
}

// exec carries out a kept statement and gives how many rows it touched.
func (c *conn) exec(query string, args ...driver.Value) (int64, error) {
	s, err := c.prepared(query)
	if err != nil {
		return 0, err
	}
	c.args = c.args[:0]
	for i, v := range args {
		c.args = append(c.args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	// A context that can't be done spares a goroutine per row.
	r, err := s.(driver.StmtExecContext).ExecContext(context.Background(), c.args)
	clear(c.args)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// rowsPerCheck is how many rows are read between two looks at the context.
const rowsPerCheck = 1024

// each calls fn with every row of a kept query. The row is reused.
func (c *conn) each(ctx context.Context, query string, args []driver.Value, fn func(row []driver.Value) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s, err := c.prepared(query)
	if err != nil {
		return err
	}
	//lint:ignore SA1019 the plain form spares a goroutine
	rows, err := s.Query(args)
	if err != nil {
		return err
	}
	defer rows.Close()
	row := make([]driver.Value, len(rows.Columns()))
	for n := 1; ; n++ {
		switch err := rows.Next(row); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if err := fn(row); err != nil {
			return err
		}
		if n%rowsPerCheck == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// one gives the first column of the first row of a query that can be
// interrupted.
func (c *conn) one(ctx context.Context, query string) (driver.Value, error) {
	rows, err := c.raw.QueryContext(ctx, query, nil)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	row := make([]driver.Value, len(rows.Columns()))
	if err := rows.Next(row); err != nil && err != io.EOF {
		return nil, err
	}
	if len(row) == 0 {
		return nil, nil
	}
	return row[0], nil
}

func (c *conn) number(ctx context.Context, query string) (int64, error) {
	v, err := c.one(ctx, query)
	n, _ := v.(int64)
	return n, err
}

// transaction runs fn between begin and commit; an error takes it all back.
func (c *conn) transaction(begin string, fn func() error) error {
	if _, err := c.exec(begin); err != nil {
		return err
	}
	err := fn()
	if err == nil {
		_, err = c.exec("COMMIT")
	}
	if err != nil {
		// After some errors SQLite has already rolled back, and this fails.
		_, _ = c.exec("ROLLBACK")
	}
	return err
}
