/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FehlercodesTest {

    private static List<Fehlercode> alle() {
        List<Fehlercode> codes = new ArrayList<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("de.kommunalsdk").stream()
                        .filter(klasse -> klasse.isAssignableTo(Fehlercode.class) && klasse.isEnum())
                        .map(JavaClass::reflect)
                        .forEach(klasse -> {
                            for (Object konstante : klasse.getEnumConstants()) {
                                codes.add((Fehlercode) konstante);
                            }
                        });
        return codes;
    }

    @Test
    void everyCodeIsStableUniqueAndExplained() {
        List<Fehlercode> codes = alle();
        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(codes).extracting(Fehlercode::code).doesNotHaveDuplicates();
        assertThat(codes).allSatisfy(code -> {
            assertThat(code.code()).matches("OZG-[A-Z]{2,12}-\\d{4}");
            assertThat(code.bedeutung()).isNotBlank().endsWith(".");
            assertThat(code.abhilfe()).isNotBlank().endsWith(".");
        });
    }

    @Test
    void everyRoomHasOneNameInItsCodes() {
        Map<String, Class<?>> raeume = new HashMap<>();
        for (Fehlercode code : alle()) {
            String raum = code.code().split("-", -1)[1];
            Class<?> aufzaehlung = ((Enum<?>) code).getDeclaringClass();
            assertThat(raeume.putIfAbsent(raum, aufzaehlung)).as(raum).isIn(null, aufzaehlung);
        }
    }
}
