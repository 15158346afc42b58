package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
)

// srgbProfile is an ICC version 2 display profile of sRGB, made from the
// standard's own numbers: primaries adapted to D50, and its curve in 1,024 steps.
func srgbProfile() []byte {
	xyz := func(x, y, z int32) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		for _, v := range []int32{x, y, z} {
			b = binary.BigEndian.AppendUint32(b, uint32(v))
		}
		return b
	}
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "Public domain\x00"...)},
		{"wtpt", xyz(0xF351, 0x10000, 0x116CC)},
		{"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
		{"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
		{"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
		{"rTRC", iccCurve()},
		{"gTRC", nil}, // the same curve
		{"bTRC", nil},
	}
	var table, body bytes.Buffer
	start := 128 + 4 + 12*len(tags)
	binary.Write(&table, binary.BigEndian, uint32(len(tags)))
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = start+body.Len(), len(t.data)
			body.Write(t.data)
			for body.Len()%4 != 0 {
				body.WriteByte(0)
			}
		}
		table.WriteString(t.name)
		binary.Write(&table, binary.BigEndian, [2]uint32{uint32(at), uint32(size)})
	}
	head := make([]byte, 128)
	binary.BigEndian.PutUint32(head, uint32(start+body.Len()))
	copy(head[8:], []byte{2, 0x10, 0, 0})
	copy(head[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	binary.BigEndian.PutUint32(head[68:], 0xF6D6)
	binary.BigEndian.PutUint32(head[72:], 0x10000)
	binary.BigEndian.PutUint32(head[76:], 0xD32D)
	return append(append(head, table.Bytes()...), body.Bytes()...)
}

// iccDescription is a textDescriptionType.
func iccDescription(s string) []byte {
	b := append([]byte("desc"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

func iccCurve() []byte {
	const steps = 1024
	b := append([]byte("curv"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
