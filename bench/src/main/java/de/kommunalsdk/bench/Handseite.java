/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.bench;

import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.web.Texte;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * The page of the dogs as somebody would write it for this one form: the texts of this form stand in
 * the template, those of every page are looked up in the language of the visitor, answers are typed.
 */
public record Handseite(Mandant mandant, Locale sprache, String csrf, long stand, String aktion, List<Hund> hunde) {

    private static final int UEBLICH = 24 * 1024;
    private static final TemplateEngine JTE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Handseite.class.getClassLoader(), "de.kommunalsdk.bench.jte");
    private static final org.thymeleaf.TemplateEngine THYMELEAF = thymeleaf();

    /** One dog. */
    public record Hund(
            String rufname,
            String rasse,
            String geschlecht,
            LocalDate geburtsdatum,
            String chipnummer,
            String farbe,
            LocalDate haltungSeit,
            boolean besonderer) {}

    /** The same answers as {@link Eingaben#antworten}. */
    static Handseite mit(int hunde) {
        return new Handseite(
                Eingaben.mandant(),
                Locale.GERMAN,
                "csrf-merkmal",
                7,
                "/ozg/hund-anmelden/antrag/1/seite/hund",
                IntStream.rangeClosed(1, hunde)
                        .mapToObj(n -> new Hund(
                                "Waldi " + n,
                                "Dackel & <Pudel>",
                                "m",
                                LocalDate.of(2024, 4, 3),
                                "",
                                "braun",
                                LocalDate.of(2026, 11, 1),
                                false))
                        .toList());
    }

    /** A text that every page has. */
    public String t(String schluessel, Object... werte) {
        return Texte.text(sprache, schluessel, werte);
    }

    /** By a template of jte, precompiled; all of it, then written. */
    void mitJte(Writer ziel) throws IOException {
        StringOutput ganz = new StringOutput(UEBLICH);
        JTE.render("hund.jte", Map.of("seite", this), ganz);
        ziel.write(ganz.toString());
    }

    /** By the same template, written while it is rendered. */
    void mitJteDirekt(Writer ziel) {
        JTE.render("hund.jte", Map.of("seite", this), new WriterOutput(ziel));
    }

    /** By a template of Thymeleaf, cached. */
    void mitThymeleaf(Writer ziel) {
        THYMELEAF.process("hund", new Context(Locale.GERMAN, Map.of("seite", this)), ziel);
    }

    private static org.thymeleaf.TemplateEngine thymeleaf() {
        ClassLoaderTemplateResolver quelle = new ClassLoaderTemplateResolver(Handseite.class.getClassLoader());
        quelle.setPrefix("de/kommunalsdk/bench/");
        quelle.setSuffix(".html");
        quelle.setCharacterEncoding("UTF-8");
        quelle.setTemplateMode(TemplateMode.HTML);
        org.thymeleaf.TemplateEngine engine = new org.thymeleaf.TemplateEngine();
        engine.setTemplateResolver(quelle);
        return engine;
    }
}
