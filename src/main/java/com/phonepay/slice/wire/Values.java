package com.phonepay.slice.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kernel's values as plain numbers and texts, without a word of JSON in the kernel. */
final class Values {
    private static final Map<String, SliceType> TYPES = typesByLabel();

    private Values() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("kernel-values");
        text(module, AccountId.class, AccountId::value, AccountId::new);
        text(module, TransactionId.class, TransactionId::value, TransactionId::new);
        text(module, SliceAddress.class, SliceAddress::toString, Values::slice);
        module.addSerializer(new MoneyOut()).addDeserializer(Money.class, new MoneyIn());
        return module;
    }

    /** The inverse of {@link SliceAddress#toString}. */
    static SliceAddress slice(String text) {
        int dash = text.lastIndexOf('-');
        @Nullable SliceType type = dash < 0 ? null : TYPES.get(text.substring(0, dash));
        if (type == null) {
            throw new IllegalArgumentException("Not a slice: " + text);
        }
        return new SliceAddress(type, Integer.parseInt(text, dash + 1, text.length(), 10));
    }

    private static Map<String, SliceType> typesByLabel() {
        Map<String, SliceType> types = new HashMap<>();
        for (SliceType type : SliceType.values()) {
            types.put(type.label(), type);
        }
        return Map.copyOf(types);
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> out, Function<String, T> in) {
        module.addSerializer(type, new TextOut<>(type, out));
        module.addDeserializer(type, new TextIn<>(type, in));
        module.addKeySerializer(type, new KeyOut<>(type, out));
        module.addKeyDeserializer(type, new KeyIn<>(in));
    }

    private static final class TextOut<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> out;

        TextOut(Class<T> type, Function<T, String> out) {
            super(type);
            this.out = out;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(out.apply(value));
        }
    }

    private static final class KeyOut<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> out;

        KeyOut(Class<T> type, Function<T, String> out) {
            super(type);
            this.out = out;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeFieldName(out.apply(value));
        }
    }

    private static final class TextIn<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> in;

        TextIn(Class<T> type, Function<String, T> in) {
            super(type);
            this.in = in;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return in.apply(parser.getText());
        }
    }

    private static final class KeyIn<T> extends KeyDeserializer {
        private final Function<String, T> in;

        KeyIn(Function<String, T> in) {
            this.in = in;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return in.apply(key);
        }
    }

    private static final class MoneyOut extends StdSerializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyOut() {
            super(Money.class);
        }

        @Override
        public void serialize(Money value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(value.paise());
        }
    }

    private static final class MoneyIn extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyIn() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Money.ofPaise(parser.getLongValue());
        }
    }
}
