package com.phonepay.infra.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.infra.Layout;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DrillRunTest {
    private static final DrillRun.Order LAG = new DrillRun.Order(DrillKind.LAG, 0, 5, 500, 20);

    private final List<DrillReport> told = new ArrayList<>();

    @Test
    void isReportedBeforeItsCustomersAreThere(@TempDir Path data) {
        var run = run(data, () -> {
            throw new AssertionError("nobody waits for customers");
        });
        var begun = run.begin();
        assertThat(begun).satisfies(first -> {
            assertThat(first.drillId()).isEqualTo(run.id());
            assertThat(first.status()).isEqualTo("RUNNING");
            assertThat(first.timeline()).isEmpty();
        });
        assertThat(told).containsExactly(begun);
    }

    @Test
    void breaksNothingWhenItsCustomersDoNotCome(@TempDir Path data) {
        var run = run(data, () -> {
            throw new IOException("nobody answered");
        });
        assertThat(run.run().status()).isEqualTo("FAILED");
        assertThat(told).singleElement().satisfies(last -> {
            assertThat(last.reason()).contains("nobody answered");
            assertThat(last.timeline()).isEmpty();
        });
    }

    private DrillRun run(Path data, DrillRun.Gathering gathering) {
        var layout = new Layout(Path.of(""), data, 0);
        var eye = new ClusterEye(layout, List.of(1, 2, 3), 8);
        return new DrillRun(LAG, untouched(), eye, new Teller(Https.of(layout), 1), gathering, told::add);
    }

    private static Machinery untouched() {
        return (Machinery) Proxy.newProxyInstance(
                DrillRunTest.class.getClassLoader(), new Class<?>[] {Machinery.class}, (proxy, method, arguments) -> {
                    throw new AssertionError("touched: " + method.getName());
                });
    }
}
