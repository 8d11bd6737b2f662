package org.citybrain.acceptance.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Types and methods of source files, as the compiler parses them; nothing is resolved or compiled. */
final class JavaShapes {

    /** A type or method with its place; `hidden` is private; `lines` counts from its first to its last line. */
    record Shape(Path file, String name, boolean type, boolean hidden, long line, long lines) {}

    private JavaShapes() {}

    static List<Shape> read(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<Shape> shapes = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Scanner(unit, positions, shapes), null);
            }
            return shapes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse the sources", e);
        }
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Shape> shapes;

        Scanner(CompilationUnitTree unit, SourcePositions positions, List<Shape> shapes) {
            this.unit = unit;
            this.positions = positions;
            this.shapes = shapes;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            add(tree, tree.getSimpleName().toString(), true, isPrivate(tree.getModifiers()));
            return super.visitClass(tree, none);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            if (tree.getBody() != null) {
                add(tree, tree.getName().toString(), false, isPrivate(tree.getModifiers()));
            }
            return super.visitMethod(tree, none);
        }

        private static boolean isPrivate(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PRIVATE);
        }

        private void add(Tree tree, String name, boolean type, boolean hidden) {
            LineMap map = unit.getLineMap();
            long start = positions.getStartPosition(unit, tree);
            long end = positions.getEndPosition(unit, tree);
            if (start >= 0 && end >= 0) {
                long first = map.getLineNumber(start);
                shapes.add(new Shape(
                        Path.of(unit.getSourceFile().toUri()),
                        name,
                        type,
                        hidden,
                        first,
                        map.getLineNumber(end) - first + 1));
            }
        }
    }
}
