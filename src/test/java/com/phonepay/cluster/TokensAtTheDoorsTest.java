package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.auth.Principal.Role;
import com.phonepay.edge.auth.TokenKeys;
import com.phonepay.edge.auth.TokenSettings;
import com.phonepay.edge.auth.Tokens;
import com.phonepay.kernel.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every way in which a token can be wrong, at a gateway and at a node of a running cluster: both refuse by themselves. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class TokensAtTheDoorsTest {
    private static final String ADMIN = "/admin/system-status";
    private static final Principal ROOT = new Principal(new AccountId("root"), Role.ADMIN);

    @Test
    void neitherDoorTakesAWrongToken(RunningCluster cluster) {
        String good = RunningCluster.token("root", Role.ADMIN);
        for (Api door : new Api[] {cluster.gateway(2), cluster.api(2)}) {
            assertThat(door.get(ADMIN, good).status()).isEqualTo(200);
            wrong(good)
                    .forEach((how, token) ->
                            assertThat(door.get(ADMIN, token).status()).as(how).isEqualTo(401));
            assertThat(door.get(ADMIN, RunningCluster.token("asha", Role.USER)).status())
                    .isEqualTo(403);
        }
    }

    private static Map<String, String> wrong(String good) {
        TokenSettings ours = TokenSettings.DEFAULT;
        TokenSettings other = new TokenSettings(ours.issuer(), "another-api", ours.life(), 0);
        TokenSettings stranger = new TokenSettings("somebody-else", ours.audience(), ours.life(), 0);
        InstantSource now = InstantSource.system();
        InstantSource before = () -> Instant.now().minus(Duration.ofMinutes(11));
        String[] parts = good.split("\\.", -1);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("none", "");
        wrong.put("expired", RunningCluster.tokens(ours, before).issue(ROOT).text());
        wrong.put(
                "wrong audience", RunningCluster.tokens(other, now).issue(ROOT).text());
        wrong.put(
                "wrong issuer", RunningCluster.tokens(stranger, now).issue(ROOT).text());
        wrong.put(
                "somebody else's key",
                new Tokens(TokenKeys.of(TokenKeys.generate()), ours, now)
                        .issue(ROOT)
                        .text());
        wrong.put("claims of another token", parts[0] + "." + claimsOfAUser() + "." + parts[2]);
        wrong.put("signature cut off", parts[0] + "." + parts[1] + ".");
        wrong.put("no algorithm", "eyJhbGciOiJub25lIn0." + parts[1] + ".");
        return wrong;
    }

    private static String claimsOfAUser() {
        return RunningCluster.token("asha", Role.USER).split("\\.", -1)[1];
    }
}
