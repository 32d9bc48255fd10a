package com.phonepay.slice.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journal row as bytes. Its events were encoded when they were decided and go in as they are. */
public final class RowFormat {
    private final WireFormat format;

    public RowFormat(WireFormat format) {
        this.format = format;
    }

    public byte[] encode(Row row) {
        return format.bytes(out -> {
            out.writeStartArray(row, 9);
            write(out, row.position());
            write(out, row.predecessor());
            out.writeNumber(row.at());
            out.writeString(row.node());
            out.writeBoolean(row.activation());
            writeSeen(out, row.seen());
            out.writeStartArray(row, row.events().size());
            for (Recorded recorded : row.events()) {
                out.writeBinary(recorded.bytes());
            }
            out.writeEndArray();
            out.writeEndArray();
        });
    }

    public Row decode(byte[] bytes) {
        return format.read(bytes, in -> {
            in.nextToken();
            WireFormat.expect(in, JsonToken.START_ARRAY);
            return new Row(
                    readPosition(in),
                    readPosition(in),
                    in.nextLongValue(0),
                    in.nextTextValue(),
                    Boolean.TRUE.equals(in.nextBooleanValue()),
                    readSeen(in),
                    readEvents(in));
        });
    }

    static void write(JsonGenerator out, Position position) throws IOException {
        out.writeNumber(position.sequence());
        out.writeNumber(position.epoch());
    }

    static Position readPosition(JsonParser in) throws IOException {
        return new Position(in.nextLongValue(-1), in.nextLongValue(-1));
    }

    static void writeSeen(JsonGenerator out, Map<SliceAddress, Long> seen) throws IOException {
        out.writeStartObject();
        for (Map.Entry<SliceAddress, Long> entry : seen.entrySet()) {
            out.writeNumberField(entry.getKey().toString(), entry.getValue());
        }
        out.writeEndObject();
    }

    static Map<SliceAddress, Long> readSeen(JsonParser in) throws IOException {
        in.nextToken();
        WireFormat.expect(in, JsonToken.START_OBJECT);
        Map<SliceAddress, Long> seen = new HashMap<>();
        for (String slice = in.nextFieldName(); slice != null; slice = in.nextFieldName()) {
            seen.put(Values.slice(slice), in.nextLongValue(0));
        }
        return seen;
    }

    private List<Recorded> readEvents(JsonParser in) throws IOException {
        in.nextToken();
        WireFormat.expect(in, JsonToken.START_ARRAY);
        List<Recorded> events = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            events.add(format.recorded(in.getBinaryValue()));
        }
        return events;
    }
}
