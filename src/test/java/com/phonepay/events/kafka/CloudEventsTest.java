package com.phonepay.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.phonepay.events.AccountRegistered;
import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Payload;
import com.phonepay.events.PaymentEnded;
import com.phonepay.events.SettlementChanged;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every record that can be produced keeps the published schemas, and is read back as it was. */
final class CloudEventsTest {
    private static final long NOON = 1_777_629_600_000L;
    private static final String TRANSACTION = "T0003" + "0123456789abcdef".repeat(2);

    static Stream<CommittedEvent> events() {
        return Stream.concat(postings(), others());
    }

    private static Stream<CommittedEvent> postings() {
        Money amount = Money.ofPaise(1_050);
        return Stream.of(
                event(
                        Topic.WALLET_LEDGER,
                        "asha",
                        new LedgerPosted(
                                "asha",
                                TRANSACTION,
                                "PAYMENT",
                                LedgerPosted.Type.DEBIT,
                                amount,
                                Money.ofPaise(5),
                                "ravi",
                                "clearing",
                                7L,
                                NOON)),
                event(
                        Topic.WALLET_LEDGER,
                        "suspense",
                        new LedgerPosted(
                                "suspense",
                                TRANSACTION,
                                "PAYMENT",
                                LedgerPosted.Type.CREDIT,
                                amount,
                                null,
                                "asha",
                                "clearing",
                                null,
                                NOON)));
    }

    private static Stream<CommittedEvent> others() {
        Money amount = Money.ofPaise(1_050);
        return Stream.of(
                event(Topic.PAYMENT_COMPLETED, TRANSACTION, payment(PaymentEnded.Status.SUCCESS, "003000000001", null)),
                event(Topic.PAYMENT_FAILED, TRANSACTION, payment(PaymentEnded.Status.FAILED, null, "payee_not_found")),
                event(Topic.PAYMENT_FAILED, TRANSACTION, payment(PaymentEnded.Status.BLOCKED, null, "fraud")),
                event(
                        Topic.FRAUD_SCREENED,
                        "asha",
                        new AttemptWasScreened(
                                TRANSACTION, "asha", "ravi", amount, 0.3, false, List.of("The payee is new"), NOON)),
                event(
                        Topic.SETTLEMENT_BATCHES,
                        "m1",
                        new SettlementChanged(
                                "m1",
                                "w-1",
                                SettlementChanged.Status.SETTLED,
                                amount,
                                Money.ZERO,
                                Money.ofPaise(20),
                                Money.ofPaise(4),
                                Money.ofPaise(1_026),
                                3,
                                NOON,
                                NOON + 1,
                                NOON + 2,
                                "PO-1")),
                event(
                        Topic.ACCOUNT_PROFILES,
                        "asha",
                        new AccountRegistered("asha", "Asha \u20b9 \"A\"", "asha@phonepay", null, NOON)),
                event(
                        Topic.ACCOUNT_PROFILES,
                        "chai",
                        new AccountRegistered(
                                "chai",
                                "Chai Point",
                                "chai@phonepay",
                                new AccountRegistered.MerchantTerms("asha", 200, 1_800),
                                NOON)));
    }

    private static CommittedEvent event(Topic topic, String key, Payload payload) {
        EventId id = new EventId(new SliceAddress(SliceType.WALLETS, 3), 1_204, 7);
        return new CommittedEvent(id, 4, topic, key, NOON, payload);
    }

    private static PaymentEnded payment(PaymentEnded.Status status, @Nullable String utr, @Nullable String reason) {
        return new PaymentEnded(
                TRANSACTION,
                PaymentEnded.Kind.PAYMENT,
                status,
                null,
                "asha",
                "ravi",
                null,
                Money.ofPaise(1_050),
                "lunch",
                utr,
                0.25,
                reason,
                List.of("The amount is large"),
                NOON,
                NOON + 90);
    }

    @ParameterizedTest
    @MethodSource("events")
    void keepsItsSchema(CommittedEvent event) throws IOException {
        String json = new String(CloudEvents.record(event).value(), UTF_8);
        assertThat(schema(event.topic()).validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
        String strange = json.replaceFirst("\\{", "{\"surprise\":1,");
        assertThat(schema(event.topic()).validate(strange, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadBackAsItWas(CommittedEvent event) throws MalformedRecordException {
        assertThat(CloudEvents.read(consumed(CloudEvents.record(event)))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTheSameRecordEveryTime(CommittedEvent event) {
        ProducerRecord<String, byte[]> record = CloudEvents.record(event);
        ProducerRecord<String, byte[]> again = CloudEvents.record(event);
        assertThat(again.value()).isEqualTo(record.value());
        assertThat(again.key()).isEqualTo(record.key());
        assertThat(again.headers()).isEqualTo(record.headers());
        assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .isEqualTo("wallets-3:1204:7");
        assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("/phonepay/slices/wallets/3");
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesARecordWithoutAnyOfItsHeadersOrParts(CommittedEvent event) {
        for (String header : List.of("ce_id", "ce_type", "ce_epoch", "ce_time")) {
            ConsumerRecord<String, byte[]> record = consumed(CloudEvents.record(event));
            record.headers().remove(header);
            assertThatThrownBy(() -> CloudEvents.read(record)).isInstanceOf(MalformedRecordException.class);
        }
        ConsumerRecord<String, byte[]> far = consumed(CloudEvents.record(event));
        far.headers().remove("ce_time").add("ce_time", "+999999999-12-31T00:00:00Z".getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEvents.read(far)).isInstanceOf(MalformedRecordException.class);
        for (String value : List.of("", "null", "[]", "{", "{}", "{\"amount_paise\":1.5}", "\u0000")) {
            ProducerRecord<String, byte[]> produced = CloudEvents.record(event);
            assertThatThrownBy(() -> CloudEvents.read(
                            consumed(produced.topic(), produced.key(), value.getBytes(UTF_8), produced.headers())))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void theAsyncContractNamesEveryTopicAndItsSchema() throws IOException {
        JsonNode contract = new YAMLMapper().readTree(Files.readString(Path.of("docs/asyncapi.yaml")));
        TreeSet<String> addresses = new TreeSet<>();
        contract.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Topic.values()).map(Topic::label).toList());
        for (JsonNode message : contract.at("/components/messages")) {
            String file = message.at("/payload/schema/$ref").asText();
            assertThat(Path.of("docs").resolve(file)).exists();
            assertThat(message.path("name").asText()).isEqualTo("com.phonepay." + name(file) + ".v1");
        }
        assertThat(contract.path("operations")).hasSize(Topic.values().length);
    }

    private static String name(String file) {
        return Path.of(file).getFileName().toString().replace(".json", "");
    }

    private static Schema schema(Topic topic) throws IOException {
        String text = Files.readString(Path.of("schemas", topic.label() + ".json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static ConsumerRecord<String, byte[]> consumed(ProducerRecord<String, byte[]> record) {
        return consumed(record.topic(), record.key(), record.value(), record.headers());
    }

    private static ConsumerRecord<String, byte[]> consumed(String topic, String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, java.util.Optional.empty());
    }
}
