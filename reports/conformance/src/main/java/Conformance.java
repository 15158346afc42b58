import java.io.File;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against PDF/A-2a and PDF/UA-1. A line a file and standard:
 * the standard, the verdict (ok, fail, unread), the number of checks, the
 * milliseconds and the file, with tabs between; below it a line a rule that
 * isn't met, beginning with a tab. It answers as soon as each file is done.
 */
public final class Conformance {
    private static final PDFAFlavour[] STANDARDS = {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1};

    public static void main(String[] files) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        // Deep structure trees are walked by recursion.
        Thread work = new Thread(null, () -> Arrays.stream(files).forEach(Conformance::hold), "hold", 512L << 20);
        work.start();
        work.join();
    }

    private static void hold(String file) {
        for (PDFAFlavour standard : STANDARDS) {
            long from = System.nanoTime();
            StringBuilder broken = new StringBuilder();
            String verdict;
            int checks = 0;
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), standard);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
                ValidationResult result = validator.validate(parser);
                checks = result.getTotalAssertions();
                verdict = result.isCompliant() ? "ok" : "fail";
                list(result, broken);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                verdict = "unread";
                broken.append('\t').append(line(e.toString())).append('\n');
            }
            System.out.printf("%s\t%s\t%d\t%d\t%s%n%s", standard.getId(), verdict, checks, (System.nanoTime() - from) / 1_000_000, file, broken);
            System.out.flush();
        }
    }

    private static void list(ValidationResult result, StringBuilder out) {
        Map<String, Integer> times = new TreeMap<>();
        Map<String, TestAssertion> first = new TreeMap<>();
        result.getFailedChecks().forEach((rule, n) -> times.merge(rule.getClause() + "-" + rule.getTestNumber(), n, Integer::sum));
        for (TestAssertion a : result.getTestAssertions()) {
            if (a.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber(), a);
            }
        }
        times.forEach((rule, n) -> {
            TestAssertion a = first.get(rule);
            out.append('\t').append(rule).append(" × ").append(n);
            if (a != null) {
                out.append(": ").append(line(a.getMessage())).append(" at ").append(line(a.getLocation().getContext()));
            }
            out.append('\n');
        });
    }

    private static String line(String s) {
        return s == null ? "" : s.replaceAll("\\s+", " ");
    }
}
