package com.phonepay.slice.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.phonepay.kernel.Event;
import com.phonepay.slice.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of anything that has a name: a CBOR array of the name and the value's fields. Thread-safe; made once, because
 * its readers and writers are what costs.
 */
public final class WireFormat {
    private final ObjectMapper mapper;
    private final Map<Class<?>, Writer> writers = new HashMap<>();
    private final Map<String, ObjectReader> readers = new HashMap<>();

    private record Writer(String name, ObjectWriter writer) {}

    public WireFormat(NameTable table) {
        mapper = mapper();
        table.entries().forEach(entry -> {
            writers.put(entry.getValue(), new Writer(entry.getKey(), mapper.writerFor(entry.getValue())));
            readers.put(entry.getKey(), mapper.readerFor(entry.getValue()));
        });
    }

    private static ObjectMapper mapper() {
        return CBORMapper.builder(CBORFactory.builder()
                        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                        .build())
                .addModule(Values.module())
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    public byte[] encode(Object value) {
        return bytes(generator -> write(generator, value));
    }

    public Object decode(byte[] bytes) {
        return read(bytes, parser -> {
            parser.nextToken();
            return readNamed(parser);
        });
    }

    /** Decodes what was encoded one after the other. */
    public List<Object> decodeAll(byte[] bytes) {
        return read(bytes, parser -> {
            List<Object> values = new ArrayList<>();
            while (parser.nextToken() != null) {
                values.add(readNamed(parser));
            }
            return values;
        });
    }

    public Recorded record(Event event) {
        return new Recorded(event, encode(event));
    }

    Recorded recorded(byte[] bytes) {
        return new Recorded((Event) decode(bytes), bytes);
    }

    /** Writes a value with its name, as part of something larger. */
    void write(JsonGenerator generator, Object value) throws IOException {
        @Nullable Writer writer = writers.get(value.getClass());
        if (writer == null) {
            throw new IllegalArgumentException(value.getClass() + " has no wire name; add it to its room's WireNames");
        }
        generator.writeStartArray(value, 2);
        generator.writeString(writer.name());
        writer.writer().writeValue(generator, value);
        generator.writeEndArray();
    }

    /** Reads what {@link #write} wrote; the parser stands on its first token. */
    Object readNamed(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_ARRAY);
        String name = parser.nextTextValue();
        @Nullable ObjectReader reader = name == null ? null : readers.get(name);
        if (reader == null) {
            throw new IOException("Unknown wire name: " + name);
        }
        parser.nextToken();
        Object value = reader.readValue(parser);
        parser.nextToken();
        expect(parser, JsonToken.END_ARRAY);
        return value;
    }

    byte[] bytes(Writing writing) {
        try (ByteArrayBuilder out = new ByteArrayBuilder(mapper.getFactory()._getBufferRecycler(), 512);
                JsonGenerator generator = mapper.getFactory().createGenerator(out)) {
            writing.to(generator);
            generator.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(byte[] bytes, Reading<T> reading) {
        try (JsonParser parser = mapper.getFactory().createParser(bytes)) {
            return reading.from(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void expect(JsonParser parser, JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw new IOException("Expected " + token + " and found " + parser.currentToken());
        }
    }

    /** Puts something into a generator. */
    interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }

    /** Takes something from a parser. */
    interface Reading<T> {
        T from(JsonParser parser) throws IOException;
    }
}
