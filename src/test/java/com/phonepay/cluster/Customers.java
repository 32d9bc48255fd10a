package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Twenty registered people with money, and what each of them should have. */
final class Customers {
    static final int COUNT = 20;
    static final BigDecimal START = new BigDecimal("51000.00");
    private static final String PASSWORD = "a long enough password";

    private final List<String> ids;
    private final List<String> tokens;

    private Customers(List<String> ids, List<String> tokens) {
        this.ids = ids;
        this.tokens = tokens;
    }

    static Customers register(RunningCluster cluster) {
        String stamp = Long.toString(System.nanoTime(), 36);
        List<String> ids = new ArrayList<>();
        IntStream.range(0, COUNT).forEach(i -> ids.add("c" + i + "-" + stamp));
        List<String> tokens = ids.parallelStream()
                .map(id -> enter(cluster.api(1 + Math.floorMod(id.hashCode(), RunningCluster.NODES)), id))
                .toList();
        return new Customers(ids, tokens);
    }

    private static String enter(Api api, String id) {
        Api.Response registered = api.register(id, PASSWORD);
        assertThat(registered.status()).as(registered.raw()).isEqualTo(201);
        String token = api.login(id, PASSWORD);
        Api.Response recharged = api.recharge(token, new BigDecimal("50000.00"), "start-" + id);
        assertThat(recharged.status()).as(recharged.raw()).isEqualTo(200);
        return token;
    }

    /** The same people, logged in again: tokens live ten minutes. */
    Customers renewed(RunningCluster cluster) {
        return new Customers(
                ids,
                ids.parallelStream()
                        .map(id -> cluster.api(1).login(id, PASSWORD))
                        .toList());
    }

    String id(int customer) {
        return ids.get(customer);
    }

    String token(int customer) {
        return tokens.get(customer);
    }

    List<BigDecimal> balances(Api api) {
        return tokens.stream().map(api::balance).toList();
    }
}
