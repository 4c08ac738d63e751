export { DemoModule } from './demo.module';
export { DemoProgressReader, type FirstRunView } from './demo-progress.reader';
export { DemoRunner } from './demo-runner';
export { DemoService, type SignIn } from './demo.service';
export { FirstRun } from './first-run.entity';
export { FirstRunService, type Beginning } from './first-run.service';
