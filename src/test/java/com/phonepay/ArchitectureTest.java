package com.phonepay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import akka.pattern.StatusReply;
import com.phonepay.kernel.Machine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Set;

/**
 * The directions between the rooms: who may know whom. A rule here is a decision of the house; changing it is changing
 * the architecture, not the build.
 */
@AnalyzeClasses(packages = "com.phonepay", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "com.phonepay";
    private static final String KERNEL = "com.phonepay.kernel..";
    private static final String PROTOCOL = "com.phonepay.protocol..";
    private static final String[] PURE_ROOMS = {
        "com.phonepay.transaction..",
        "com.phonepay.wallet..",
        "com.phonepay.fraud..",
        "com.phonepay.directory..",
        "com.phonepay.merchant.."
    };
    private static final String[] LANGUAGE = {"java..", "io.vavr..", "org.jspecify.."};
    private static final String[] TECHNOLOGY = {
        "akka..", "com.datastax..", "com.fasterxml..", "com.typesafe..", "org.slf4j..", "scala.."
    };

    // The rooms that decide.

    @ArchTest
    static final ArchRule kernelKnowsOnlyTheLanguage = classes()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .onlyDependOnClassesThat(resideInAPackage(KERNEL).or(resideInAnyPackage(LANGUAGE)));

    @ArchTest
    static final ArchRule protocolKnowsOnlyTheKernel = classes()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PROTOCOL, KERNEL).or(resideInAnyPackage(LANGUAGE)));

    @ArchTest
    static final ArchRule transactionIsPure = pure("com.phonepay.transaction..");

    @ArchTest
    static final ArchRule walletIsPure = pure("com.phonepay.wallet..");

    @ArchTest
    static final ArchRule fraudIsPure = pure("com.phonepay.fraud..");

    @ArchTest
    static final ArchRule directoryIsPure = pure("com.phonepay.directory..");

    @ArchTest
    static final ArchRule merchantIsPure = pure("com.phonepay.merchant..");

    /** The simulator replays these rooms from a seed, so time and chance may only come in as data. */
    @ArchTest
    static final ArchRule whatIsSimulatedReadsNoClockAndRollsNoDice = noClasses()
            .that(resideInAnyPackage(PURE_ROOMS).or(resideInAnyPackage(KERNEL, PROTOCOL, "com.phonepay.slice")))
            .should()
            .callCodeUnitWhere(readsTheOutsideWorld())
            .orShould()
            .dependOnClassesThat(
                    nameMatching(
                            "java\\.time\\.(Clock|InstantSource)"
                                    + "|java\\.util\\.(Random|SplittableRandom|Timer)|java\\.util\\.random\\..*"
                                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom|java\\.lang\\.Thread"));

    // The host.

    @ArchTest
    static final ArchRule sliceKnowsOnlyKernelAndProtocol = classes()
            .that()
            .resideInAPackage("com.phonepay.slice")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("com.phonepay.slice", KERNEL, PROTOCOL).or(resideInAnyPackage(LANGUAGE)));

    @ArchTest
    static final ArchRule sliceLeavesAreNotAboutMoney = noClasses()
            .that()
            .resideInAnyPackage(
                    "com.phonepay.slice.akka..", "com.phonepay.slice.snapshot..", "com.phonepay.slice.journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PURE_ROOMS);

    @ArchTest
    static final ArchRule machinesMeetTheHostInOnePlace = classes()
            .that(assignableTo(Machine.class).and(resideInAnyPackage(PURE_ROOMS)))
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage(PURE_ROOMS)
                    .or(resideInAnyPackage(ROOT, "com.phonepay.payment.cluster..", "com.phonepay.coordinator..")));

    // The rooms around them.

    @ArchTest
    static final ArchRule paymentPortsAreFreeOfTechnology = noClasses()
            .that()
            .resideInAPackage("com.phonepay.payment")
            .should()
            .dependOnClassesThat(resideInAnyPackage(TECHNOLOGY)
                    .or(resideInAnyPackage("com.phonepay.payment.cluster..", "com.phonepay.slice.akka..")));

    /** Everybody may know what events say; only the leaf knows how they travel, and that of the export how to read on. */
    @ArchTest
    static final ArchRule eventsArePure = classes()
            .that()
            .resideInAPackage("com.phonepay.events")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("com.phonepay.events", "com.phonepay.slice", KERNEL, PROTOCOL)
                    .or(resideInAnyPackage(PURE_ROOMS))
                    .or(resideInAnyPackage(LANGUAGE)));

    @ArchTest
    static final ArchRule onlyTheGuardianOpensKafka = noClasses()
            .that(resideInAPackage("com.phonepay..")
                    .and(not(
                            resideInAnyPackage("com.phonepay.events.kafka", "com.phonepay.worker.export.kafka", ROOT))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.phonepay.events.kafka", "org.apache.kafka..", "akka.kafka..");

    @ArchTest
    static final ArchRule onlyALandingKnowsHadoop = noClasses()
            .that(resideInAPackage("com.phonepay..").and(not(simpleName("HdfsLanding"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hadoop..");

    @ArchTest
    static final ArchRule nobodyCallsBackUpward = noClasses()
            .that(resideInAnyPackage("com.phonepay.slice..", "com.phonepay.payment.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.phonepay.edge..",
                    "com.phonepay.worker..",
                    "com.phonepay.coordinator..",
                    "com.phonepay.readmodel..");

    @ArchTest
    static final ArchRule onlyTheGuardianOpensTheEdge = classes()
            .that()
            .resideInAPackage("com.phonepay.edge.http..")
            .should()
            .onlyHaveDependentClassesThat(
                    resideInAnyPackage("com.phonepay.edge.http..", "com.phonepay.edge.gateway..", ROOT));

    @ArchTest
    static final ArchRule onlyTheGuardianOpensTheGateway = classes()
            .that()
            .resideInAPackage("com.phonepay.edge.gateway..")
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage("com.phonepay.edge.gateway..", ROOT));

    @ArchTest
    static final ArchRule onlyTheGuardianOpensAStore = noClasses()
            .that(resideInAPackage("com.phonepay..")
                    .and(not(resideInAnyPackage("..mongo..", "..redis..", "com.phonepay.infra..", ROOT))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.phonepay..mongo..", "com.phonepay..redis..");

    /** Views and questions are values; what is stored where is the leaf's affair. */
    @ArchTest
    static final ArchRule readModelPortsAreFreeOfTechnology = noClasses()
            .that()
            .resideInAPackage("com.phonepay.readmodel")
            .should()
            .dependOnClassesThat(resideInAnyPackage(TECHNOLOGY)
                    .or(resideInAnyPackage("com.phonepay.readmodel.mongo..", "com.mongodb..", "org.bson..")));

    /** What may be behind, or lost, is never asked by whoever decides about money. */
    @ArchTest
    static final ArchRule nothingThatDecidesAsksTheReadModels = noClasses()
            .that(resideInAnyPackage(PURE_ROOMS)
                    .or(resideInAnyPackage(KERNEL, PROTOCOL, "com.phonepay.slice..", "com.phonepay.payment..")))
            .should()
            .dependOnClassesThat(resideInAPackage("com.phonepay.readmodel.."));

    @ArchTest
    static final ArchRule mongoIsMentionedInItsLeafOnly = noClasses()
            .that(resideInAPackage("com.phonepay..")
                    .and(not(resideInAnyPackage("com.phonepay.readmodel.mongo..", "com.phonepay.infra.mongo.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson..", "de.bwaldvogel.."));

    @ArchTest
    static final ArchRule onlyDevelopmentKnowsTheEmbeddedServers = classes()
            .that()
            .resideInAPackage("com.phonepay.infra..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage("com.phonepay.infra..");

    @ArchTest
    static final ArchRule roomsFormNoCycles =
            slices().matching("com.phonepay.(*)..").should().beFreeOfCycles();

    // Habits.

    @ArchTest
    static final ArchRule configurationIsReadAtTheRim = noClasses()
            .that(not(resideInAnyPackage(
                            ROOT,
                            "..settings..",
                            "com.phonepay.infra..",
                            "com.phonepay.slice.akka..",
                            "com.phonepay.slice.snapshot..")
                    .or(simpleNameEndingWith("Settings"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe.config..");

    @ArchTest
    static final ArchRule nothingWritesJavaObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Externalizable.class, ObjectOutputStream.class, ObjectInputStream.class);

    @ArchTest
    static final ArchRule nothingAsksToBeWrittenAsAJavaObject =
            classes().should(ArchConditions.not(ArchConditions.be(declaredSerializable())));

    /** A refusal has a stable code; a text alone can not be acted on. */
    @ArchTest
    static final ArchRule refusalsAreNotTexts =
            noClasses().should().callMethod(StatusReply.class, "error", String.class);

    private static ArchRule pure(String room) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(room, KERNEL, PROTOCOL).or(resideInAnyPackage(LANGUAGE)));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheOutsideWorld() {
        return new DescribedPredicate<>("it reads a clock, chance or the environment") {
            private static final Set<String> FORBIDDEN = Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.identityHashCode",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Collections.shuffle",
                    "java.time.ZoneId.systemDefault");

            @Override
            public boolean test(JavaCall<?> call) {
                CodeUnitCallTarget target = call.getTarget();
                JavaClass owner = target.getOwner();
                boolean asksTheTime = owner.getPackageName().equals("java.time")
                        && target.getName().equals("now");
                return asksTheTime || FORBIDDEN.contains(owner.getName() + "." + target.getName());
            }
        };
    }

    /** By its own word only: Akka's function types inherit it, and implementing those is harmless. */
    private static DescribedPredicate<JavaClass> declaredSerializable() {
        return DescribedPredicate.describe("declared Serializable", javaClass -> javaClass.getRawInterfaces().stream()
                .anyMatch(declared -> declared.isEquivalentTo(Serializable.class)));
    }
}
