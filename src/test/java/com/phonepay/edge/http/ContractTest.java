package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker itself: it must refuse wrong answers, or every other test of the API proves nothing. */
final class ContractTest {
    private static final String JSON = "application/json";
    private static final String PAY = "/api/payment/initiate";
    private static final String RIGHT =
            """
            {"status":"SUCCESS","transaction_id":"T000012345678901234567890123456789012","utr":"123456789012",\
            "amount":100.00,"currency":"INR","sender_id":"asha","receiver_id":"ravi",\
            "initiated_at":"2026-05-01T10:00:00.000Z","decided_at":"2026-05-01T10:00:00.100Z"}""";

    private final Contract contract = new Contract();

    @Test
    void acceptsARightAnswer() {
        assertThat(contract.check("POST", PAY, 200, JSON, RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SUCCESS\" -> \"DONE\"",
                "\"utr\":\"123456789012\", -> ",
                "123456789012\",\"amount\" -> 12345\",\"amount\"",
                "100.00 -> \"100.00\"",
                "\"INR\" -> \"USD\"",
                "\"sender_id\":\"asha\", -> ",
                "\"currency\" -> \"role\":\"admin\",\"currency\"",
                "T0000 -> t0000",
                "2026-05-01T10:00:00.100Z -> 1777629600100"
            })
    void refusesAWrongAnswer(String change) {
        String[] fromAndTo = change.split(" -> ", -1);
        String wrong = RIGHT.replace(fromAndTo[0], fromAndTo[1]);
        assertThat(wrong).isNotEqualTo(RIGHT);
        assertThat(contract.check("POST", PAY, 200, JSON, wrong)).isNotEmpty();
    }

    @Test
    void refusesAnotherMediaTypeStatusOrOperation() {
        assertThat(contract.check("POST", PAY, 200, "text/html", RIGHT)).isNotEmpty();
        assertThat(contract.check("POST", PAY, 400, JSON, RIGHT)).isNotEmpty();
        assertThat(contract.check("POST", PAY, 500, JSON, RIGHT)).isNotEmpty();
        assertThat(contract.check("GET", "/nowhere", 200, JSON, RIGHT)).isNotEmpty();
    }

    @Test
    void everyExampleKeepsItsOwnSchema() {
        int examples = 0;
        for (String operation : contract.operations()) {
            String[] words = operation.split(" ", -1);
            var statuses =
                    contract.operation(words[0], words[1]).path("responses").properties();
            for (var response : statuses) {
                JsonNode json = response.getValue().path("content").path(JSON);
                if (json.has("example")) {
                    int status = Integer.parseInt(response.getKey());
                    examples++;
                    assertThat(contract.check(
                                    words[0],
                                    words[1],
                                    status,
                                    JSON,
                                    json.get("example").toString()))
                            .as(operation)
                            .isEmpty();
                }
                for (JsonNode example : json.path("examples")) {
                    examples++;
                    assertThat(contract.check(
                                    words[0],
                                    words[1],
                                    200,
                                    JSON,
                                    example.get("value").toString()))
                            .as(operation)
                            .isEmpty();
                }
            }
        }
        assertThat(examples).isGreaterThanOrEqualTo(9);
    }

    @Test
    void everyOperationWithABodyShowsAnExample() {
        for (String operation : contract.operations()) {
            String[] words = operation.split(" ", -1);
            JsonNode body = contract.operation(words[0], words[1]).path("requestBody");
            assertThat(body.isMissingNode()
                            || body.at("/content/application~1json/example").isObject())
                    .as(operation)
                    .isTrue();
        }
    }
}
