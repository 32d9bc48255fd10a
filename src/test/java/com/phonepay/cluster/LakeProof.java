package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** The ledger proved from the exported files alone, by the job that shares no code with the nodes. */
final class LakeProof {
    private LakeProof() {}

    /** Waits until nothing is on its way any more and so many transactions are there; then nothing may be wrong. */
    static void assertWhole(long transactions) {
        JsonNode proof = Eventually.get(
                LakeProof::proof,
                answer -> counter(answer, "in_flight") == 0 && counter(answer, "transactions") >= transactions);
        assertThat(proof.get("rows")).as(proof.toString()).isEmpty();
        assertThat(proof.get("clean").asBoolean()).as(proof.toString()).isTrue();
        assertThat(counter(proof, "clearing_paise")).isZero();
        assertThat(counter(proof, "wallets_paise")).isPositive();
        long everything = proof.path("counters").properties().stream()
                .filter(counter -> counter.getKey().endsWith("_paise"))
                .mapToLong(counter -> counter.getValue().asLong())
                .sum();
        assertThat(everything).as(proof.toString()).isZero();
    }

    private static JsonNode proof() {
        String said = RunningCluster.launcher("jobs", "ledger-proof", "--json");
        return RunningCluster.json(said.substring(said.indexOf('{')));
    }

    private static long counter(JsonNode answer, String name) {
        return answer.path("counters").path(name).asLong();
    }
}
