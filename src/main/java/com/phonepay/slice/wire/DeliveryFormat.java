package com.phonepay.slice.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Sender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelopes as bytes: the receiving slice's name, and then one CBOR array for each envelope, one after the other. */
public final class DeliveryFormat {
    /** The size at which a message between nodes is closed, in bytes. One envelope that is larger goes alone. */
    public static final int MESSAGE_BYTES_MAX = 128 * 1024;

    private final WireFormat format;

    public DeliveryFormat(WireFormat format) {
        this.format = format;
    }

    public byte[] encode(SliceAddress to, List<Envelope> envelopes) {
        return format.bytes(out -> {
            out.writeString(to.toString());
            for (Envelope envelope : envelopes) {
                write(out, envelope);
            }
        });
    }

    public List<Envelope> decode(byte[] bytes) {
        return format.read(bytes, in -> {
            SliceAddress to = Values.slice(in.nextTextValue());
            List<Envelope> envelopes = new ArrayList<>();
            while (in.nextToken() != null) {
                envelopes.add(read(in, to));
            }
            return envelopes;
        });
    }

    /** The envelopes in messages of at most {@link #MESSAGE_BYTES_MAX}, in order. */
    public List<PackedDelivery> pack(SliceAddress to, List<Envelope> envelopes) {
        byte[] head = encode(to, List.of());
        List<PackedDelivery> messages = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream(4096);
        open.writeBytes(head);
        for (Envelope envelope : envelopes) {
            byte[] bytes = format.bytes(out -> write(out, envelope));
            if (open.size() > head.length && open.size() + bytes.length > MESSAGE_BYTES_MAX) {
                messages.add(new PackedDelivery(to, open.toByteArray()));
                open.reset();
                open.writeBytes(head);
            }
            open.writeBytes(bytes);
        }
        messages.add(new PackedDelivery(to, open.toByteArray()));
        return messages;
    }

    private void write(JsonGenerator out, Envelope envelope) throws IOException {
        @Nullable Sender sender = envelope.sender();
        out.writeStartArray(envelope, 4);
        out.writeString(sender == null ? "" : sender.slice().toString());
        out.writeNumber(sender == null ? 0 : sender.epoch());
        out.writeNumber(envelope.decidedAt());
        format.write(out, envelope.message());
        out.writeEndArray();
    }

    private Envelope read(JsonParser in, SliceAddress to) throws IOException {
        WireFormat.expect(in, JsonToken.START_ARRAY);
        String slice = in.nextTextValue();
        long epoch = in.nextLongValue(0);
        long decidedAt = in.nextLongValue(0);
        in.nextToken();
        Message message = (Message) format.readNamed(in);
        in.nextToken();
        WireFormat.expect(in, JsonToken.END_ARRAY);
        return new Envelope(to, slice.isEmpty() ? null : new Sender(Values.slice(slice), epoch), decidedAt, message);
    }
}
