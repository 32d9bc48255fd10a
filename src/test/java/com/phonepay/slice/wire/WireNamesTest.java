package com.phonepay.slice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Rejection;
import com.phonepay.settings.Settings;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WireNamesTest {
    private final NameTable table = NameTable.of(configured());

    @Test
    void everythingThatTravelsOrIsJournalledHasAName() {
        List<String> nameless = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.phonepay").stream()
                        .filter(WireNamesTest::travels)
                        .map(JavaClass::reflect)
                        .filter(type -> !table.contains(type))
                        .map(Class::getName)
                        .toList();
        assertThat(nameless).isEmpty();
    }

    @Test
    void refusesASecondClassUnderOneName() {
        WireNames twice = names -> names.add("rejection", String.class);
        assertThatThrownBy(() -> NameTable.of(List.of(twice))).hasMessageContaining("rejection");
    }

    @Test
    void refusesASecondNameForOneClass() {
        WireNames twice = names -> names.add("another", Rejection.class);
        assertThatThrownBy(() -> NameTable.of(List.of(twice))).hasMessageContaining("Rejection");
    }

    private static boolean travels(JavaClass type) {
        boolean named = type.isAssignableTo(Message.class)
                || type.isAssignableTo(Answer.class)
                || (type.isAssignableTo(Event.class) && !type.isAssignableTo(Note.class));
        return named && !type.isInterface();
    }

    private static List<WireNames> configured() {
        List<WireNames> rooms = new ArrayList<>();
        for (String name : Settings.load().config().getStringList("phonepay.wire.names")) {
            rooms.add(make(name));
        }
        return rooms;
    }

    private static WireNames make(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(WireNames.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className + " is listed but can not be made", e);
        }
    }
}
