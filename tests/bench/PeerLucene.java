/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A peer for the benchmarks: Lucene with EnglishAnalyzer and two threads, one document per paragraph.
 *   java PeerLucene index FOLDER <LINES      lines of record_lines
 *   java PeerLucene query FOLDER WORDS       the text of twenty hits */
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.concurrent.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

public class PeerLucene {
	static final String END = "";

	static void add(IndexWriter writer, String line) throws IOException {
		String[] parts = line.split("\t", 3);
		Document document = new Document();
		document.add(new StringField("id", parts[0], Field.Store.YES));
		document.add(new StringField("date", parts[1], Field.Store.NO));
		document.add(new TextField("text", parts[2], Field.Store.YES));
		writer.addDocument(document);
	}

	static void index(String folder) throws Exception {
		IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
		config.setRAMBufferSizeMB(128);
		try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(folder)), config)) {
			BlockingQueue<String> lines = new ArrayBlockingQueue<>(4096);
			ExecutorService threads = Executors.newFixedThreadPool(2);
			Future<?>[] running = new Future<?>[2];
			for (int n = 0; n < running.length; n++)
				running[n] = threads.submit(() -> {
					for (String line = lines.take(); line != END; line = lines.take())
						add(writer, line);
					return null;
				});
			BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 16);
			for (String line = input.readLine(); line != null; line = input.readLine())
				lines.put(line);
			for (int n = 0; n < running.length; n++)
				lines.put(END);
			for (Future<?> each : running)
				each.get();
			threads.shutdown();
		}
	}

	static void query(String folder, String words) throws Exception {
		QueryParser parser = new QueryParser("text", new EnglishAnalyzer());
		parser.setDefaultOperator(QueryParser.Operator.AND);
		try (IndexReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(folder)))) {
			IndexSearcher searcher = new IndexSearcher(reader);
			for (ScoreDoc hit : searcher.search(parser.parse(words), 20).scoreDocs)
				System.out.println(searcher.doc(hit.doc).get("text"));
		}
	}

	public static void main(String[] arguments) throws Exception {
		if (arguments[0].equals("index"))
			index(arguments[1]);
		else
			query(arguments[1], arguments[2]);
	}
}
